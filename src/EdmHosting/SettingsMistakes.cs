namespace EdmHosting;

/// <summary>
/// What is wrong with the configuration, collected while the program is put together, so that all of it is reported at
/// once. A program with a mistake does not start.
/// </summary>
public sealed class SettingsMistakes
{
    private readonly List<string> _found = [];

    /// <summary>Each mistake is one line: the setting's name, what is wrong with it, what to do.</summary>
    public IReadOnlyList<string> Found => _found;

    public void Add(string mistake) => _found.Add(mistake);
}
