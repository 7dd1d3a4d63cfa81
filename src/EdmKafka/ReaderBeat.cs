namespace EdmKafka;

/// <summary>Gives a reader its beat, between records as well. For the loop's thread.</summary>
internal sealed class ReaderBeat(Action beat, TimeProvider time)
{
    /// <summary>The most that lies between two, while no single record takes longer.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private long _last;

    /// <summary>How long reading may wait for records.</summary>
    public TimeSpan Left => Pause - time.GetElapsedTime(_last);

    /// <returns>Whether it was due.</returns>
    public bool WhenDue()
    {
        if (Left > TimeSpan.Zero) return false;
        beat();

        // Afterwards: a beat that takes long must not leave one record between two.
        _last = time.GetTimestamp();
        return true;
    }
}
