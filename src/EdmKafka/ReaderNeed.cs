namespace EdmKafka;

/// <summary>What a reader can use next.</summary>
public enum ReaderNeed
{
    /// <summary>Records.</summary>
    Records,

    /// <summary>None for now: its partitions are paused, stay its own, and the lag grows. A few that are under way still come.</summary>
    Pause,

    /// <summary>It forgets what it took and says anew where to begin.</summary>
    AnotherBeginning,

    /// <summary>Nothing any more: it leaves the group, and other members take its partitions.</summary>
    Leave,
}
