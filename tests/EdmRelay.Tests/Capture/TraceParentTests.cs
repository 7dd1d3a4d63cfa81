namespace EdmRelay.Tests.Capture;

[Collection(nameof(OneRelay))]
public class TraceParentTests(RunningRelay relay)
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    [Theory]
    [InlineData("/events", """{"type":"click"}""")]
    [InlineData("/produceClickMessage", """{"topic":"edm-ui-click"}""")]
    [InlineData("/producePageLoad", """{"topic":"edm-ui-pageload"}""")]
    public async Task The_trace_of_a_request_goes_on_with_its_records(string path, string json)
    {
        await (await relay.PostAsync(path, json, ("traceparent", Trace))).OkAsync();

        Assert.Equal(Trace, _kafka.TraceParent);
    }

    [Theory]
    [InlineData("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-B7AD6B7169203331-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319cxb7ad6b7169203331-01")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task What_is_no_trace_is_left_behind(string header)
    {
        await (await relay.PostAsync("/events", """{"type":"click"}""", ("traceparent", header))).OkAsync();

        Assert.Null(_kafka.TraceParent);
    }
}
