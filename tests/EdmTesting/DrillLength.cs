using System.Globalization;

namespace EdmTesting;

/// <summary>How long a drill is: short, to guard what was found, or long, to find more.</summary>
public static class DrillLength
{
    /// <param name="usually">How many cases or faults.</param>
    /// <param name="inLongRun">How many where <c>EDM_LONG_RUN</c> is set; a number there that is larger still counts instead.</param>
    public static int Of(int usually, int inLongRun) =>
        Machine.Variable("EDM_LONG_RUN") is not { } value ? usually :
        int.TryParse(value, CultureInfo.InvariantCulture, out var asked) ? Math.Max(asked, inLongRun) : inLongRun;
}
