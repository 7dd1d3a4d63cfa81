using System.Globalization;
using System.Text.RegularExpressions;
using EdmShopper.Verify;

namespace EdmShopper.Tests.Verify;

/// <summary>What a verification said.</summary>
internal sealed partial record Verdict(int ExitCode, string Screen)
{
    /// <summary>The checks that failed.</summary>
    public IEnumerable<string> NotSo => NotSoLine().Matches(Screen).Select(m => m.Groups[1].Value);

    /// <summary>A number of the table.</summary>
    public long Number(string row) =>
        long.Parse(Regex.Match(Screen, $@"│ *{Regex.Escape(row)} *│ *([\d,]+) *│").Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>Passes when these checks failed and no others.</summary>
    public void FailedIn(params Check[] checks)
    {
        Assert.Equal(checks.Select(c => c.InWords()), NotSo);
        Assert.Equal(Verification.CheckFailed, ExitCode);
    }

    public void Holds()
    {
        Assert.Empty(NotSo);
        Assert.Contains("All holds.", Screen, StringComparison.Ordinal);
        Assert.Equal(Verification.AllHolds, ExitCode);
    }

    [GeneratedRegex(@"Not so: (.*) \(\d+ times\)")]
    private static partial Regex NotSoLine();
}
