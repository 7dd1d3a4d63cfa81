namespace EdmStream.Push;

/// <summary>How far this node itself is. Told by the thread that counts, read by any.</summary>
internal sealed class OwnProgress
{
    private volatile State _now = new(new Rebuild(0, 0), null);

    public State Now { get => _now; set => _now = value; }

    /// <param name="Rebuild">How far reading the log again has come; null when it is done.</param>
    /// <param name="Assigned">Null before the node was given anything to read.</param>
    public sealed record State(Rebuild? Rebuild, Assignment? Assigned);
}
