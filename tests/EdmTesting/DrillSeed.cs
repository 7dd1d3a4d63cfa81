using System.Globalization;

namespace EdmTesting;

/// <summary>What a drill's chance starts from.</summary>
public static class DrillSeed
{
    /// <summary>What the next run begins with; <c>EDM_SEED</c> repeats one.</summary>
    public static int New() =>
        int.TryParse(Machine.Variable("EDM_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next(1_000_000);
}
