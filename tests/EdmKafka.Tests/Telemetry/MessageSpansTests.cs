using System.Diagnostics;
using System.Text;
using EdmKafka.Telemetry;

namespace EdmKafka.Tests.Telemetry;

public class MessageSpansTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c", Span = "b7ad6b7169203331";

    [Theory]
    [InlineData("01")]
    [InlineData("03")]
    public void A_header_with_the_sampled_bit_is_a_trace_that_is_followed(string flags)
    {
        Assert.True(MessageSpans.TryRead(Header($"00-{Trace}-{Span}-{flags}"), out var trace));

        Assert.Equal((Trace, Span, true), (trace.TraceId.ToHexString(), trace.SpanId.ToHexString(), trace.IsRemote));
        Assert.True(trace.TraceFlags.HasFlag(ActivityTraceFlags.Recorded));
    }

    [Theory]
    [InlineData("")]
    [InlineData($"00-{Trace}-{Span}-00")]
    [InlineData($"00-{Trace}-{Span}-02")]
    [InlineData($"00-{Trace}-{Span}-0x")]
    [InlineData($"00-{Trace}-{Span}-01-more")]
    [InlineData("00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01")]
    [InlineData("nonsense")]
    public void Any_other_header_is_none(string header)
    {
        Assert.False(MessageSpans.TryRead(Header(header), out _));
    }

    [Fact]
    public void A_batch_has_a_topic_while_all_its_records_have_the_same()
    {
        using var batch = new RecordBatch(time: 0);
        Assert.Null(batch.OnlyTopic);
        batch.Add("one", "key"u8, "value"u8);
        batch.Add("one", "key"u8, "value"u8);
        Assert.Equal("one", batch.OnlyTopic);
        batch.Add("other", "key"u8, "value"u8);
        batch.Add("other", "key"u8, "value"u8);
        Assert.Null(batch.OnlyTopic);
    }

    private static byte[] Header(string text) => Encoding.ASCII.GetBytes(text);
}
