namespace EdmHosting.Tests;

/// <summary>A section with a property of every kind.</summary>
internal sealed class EveryKind
{
    public string Name { get; set; } = "as it was";

    public bool On { get; set; }

    public int Count { get; set; } = 7;

    public double Share { get; set; } = 0.5;

    public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(1);

    public WayOfSaying Way { get; set; }

    public bool? MayBeOn { get; set; }

    public int? MayBeCounted { get; set; }

    public string[] List { get; set; } = ["default"];

    /// <summary>Worked out: no setting.</summary>
    public int Twice => 2 * Count;
}

/// <summary>One name as other fields than ours write them.</summary>
internal enum WayOfSaying
{
    Plain,
    SaslSsl,
    ScramSha512,
}
