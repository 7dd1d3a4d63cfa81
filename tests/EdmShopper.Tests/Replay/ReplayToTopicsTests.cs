using EdmShopper.Tests.Verify;

namespace EdmShopper.Tests.Replay;

public sealed class ReplayToTopicsTests(SharedKafka kafka) : IDisposable
{
    private readonly ReplayUnderTest _replay = new();

    [Fact]
    public async Task A_log_goes_through_a_real_relay_and_verify_says_that_all_of_it_is_there()
    {
        var servers = await kafka.BootstrapServersAsync();
        var evidence = new Evidence();
        await using var relay = await ServiceProcess.StartAsync("EdmRelay", ("KAFKA_BOOTSTRAP_SERVERS", servers), ("KAFKA_PREFIX", evidence.Prefix));
        await relay.ReadyAsync();

        var code = await _replay.RunAsync(relay.Address, ClickLogFile.Csv(20_000, visitors: 500), map: ClickLogFile.Map);
        var verdict = await evidence.VerifyBookAsync(await File.ReadAllTextAsync(_replay.Book, TestContext.Current.CancellationToken), servers);

        Assert.Equal(0, code);
        verdict.Holds();
        Assert.Equal((20_000, 20_000), (verdict.Number("confirmed"), verdict.Number("different events among them")));
    }

    public void Dispose() => _replay.Dispose();
}
