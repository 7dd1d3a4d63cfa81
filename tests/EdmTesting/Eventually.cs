using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Sdk;

namespace EdmTesting;

/// <summary>
/// Waits for what will be so a little later, for lack of anything to await. A look that throws has not seen it yet; when time
/// is up the test fails with what was seen last, also where a look itself does not end.
/// </summary>
public static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <param name="describe">Tells, when time is up, how things stand.</param>
    public static Task TrueAsync(
        Func<bool> condition, TimeSpan within, Func<string>? describe = null,
        [CallerArgumentExpression(nameof(condition))] string expression = "") =>
        TrueAsync(() => Task.FromResult(condition()), within, describe, expression);

    /// <inheritdoc cref="TrueAsync(Func{bool}, TimeSpan, Func{string}?, string)"/>
    public static Task TrueAsync(
        Func<Task<bool>> condition, TimeSpan within, Func<string>? describe = null,
        [CallerArgumentExpression(nameof(condition))] string expression = "") =>
        PassesAsync(async () => Assert.True(await condition(), describe?.Invoke()), within, expression);

    public static Task EqualAsync<T>(
        T expected, Func<T> actual, TimeSpan within, [CallerArgumentExpression(nameof(actual))] string expression = "") =>
        EqualAsync(expected, () => Task.FromResult(actual()), within, expression);

    /// <summary>Collections are equal when their items are.</summary>
    public static Task EqualAsync<T>(
        T expected, Func<Task<T>> actual, TimeSpan within, [CallerArgumentExpression(nameof(actual))] string expression = "") =>
        PassesAsync(async () => Assert.Equal(expected, await actual()), within, expression);

    /// <summary>Repeats the assertions until all hold in one go.</summary>
    public static async Task PassesAsync(
        Func<Task> assertions, TimeSpan within, [CallerArgumentExpression(nameof(assertions))] string expression = "")
    {
        var time = TimeProvider.System;
        var stop = TestContext.Current.CancellationToken;
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(Interval, time);
        for (; ; await timer.WaitForNextTickAsync(stop))
        {
            try
            {
                await assertions().WaitAsync(within, time, stop);
                return;
            }
            catch (Exception e) when (e is not SkipException && !stop.IsCancellationRequested)
            {
                if (time.GetElapsedTime(start) < within) continue;
                Assert.Fail($"Not within {within.TotalSeconds:0.###} s: {expression}\nLast seen: {Seen(e)}");
            }
        }
    }

    private static string Seen(Exception e) => e is XunitException ? e.Message : $"{e.GetType().Name}: {e.Message}";
}
