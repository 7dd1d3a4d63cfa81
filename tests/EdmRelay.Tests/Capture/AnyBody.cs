using System.Text;
using CsCheck;

namespace EdmRelay.Tests.Capture;

/// <summary>Bodies of every kind: good ones, bad ones, and good ones with bytes changed.</summary>
internal static class AnyBody
{
    private static readonly Gen<string> Text = OneOf(
        "\"a\"", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "\"é😀\"", "\"\\\"}\"", $"\"{new string('x', 130)}\"", $"\"{new string('x', 17_000)}\"");

    private static readonly Gen<string> Value = Gen.OneOf(
        Text,
        OneOf("1", "-1", "1899999999999", "1e400", "1.5", "0.0", $"{new string('9', 70)}", "null", "true", "[]", "{}", "[1,{\"a\":2}]", "{\"a\":1,\"a\":2}", "{\"user_agent\":\"b\",\"a\":{}}"),
        Gen.Int[1, 40].Select(depth => $"{new string('[', depth)}{new string(']', depth)}"));

    private static readonly Gen<string> Name = OneOf(
        "topic", "event_id", "type", "uuid", "session_id", "event_timestamp", "received_timestamp", "client_timestamp", "sent_timestamp", "bot",
        "properties", "events", "write_key", "event", "anonymousId", "messageId", "timestamp", "sentAt", "context", "traits", "batch", "\\u0074ype", "\\ud800", "x", "y", new string('n', 130), "");

    private static readonly Gen<string> Member = Gen.OneOf(
        Gen.Select(Name, Value, (name, value) => $"\"{name}\":{value}"),
        OneOf("\"type\":\"click\"", "\"type\":\"pageload\"", "\"type\":\"product_added\"", "\"type\":\"track\"", "\"event\":\"Order Completed\"", "\"topic\":\"edm-ui-click\"", "\"event_id\":\"e\"", "\"event_timestamp\":5", "\"properties\":{\"a\":1}"));

    /// <summary>An element of a body: mostly an object.</summary>
    private static readonly Gen<string> Element = Gen.Frequency(
        (9, Member.Array[0, 6].Select(members => $"{{{string.Join(',', members)}}}")),
        (1, Value));

    private static readonly Gen<string> Whole = Gen.OneOf(
        Element,
        Element.Array[0, 8].Select(e => $"[{string.Join(',', e)}]"),
        Element.Array[0, 8].Select(e => string.Join('\n', e)),
        Gen.Select(Member.Array[0, 2], Element.Array[0, 5], (members, e) => $"{{{string.Join(',', [.. members, $"\"{(e.Length % 2 == 0 ? "events" : "batch")}\":[{string.Join(',', e)}]"])}}}"));

    /// <summary>A third of them has a byte changed or is cut.</summary>
    public static readonly Gen<byte[]> Bytes = Gen.Select(Whole, Gen.Int[0, 8], Gen.Double.Unit, Gen.Byte, (text, harm, where, with) =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (harm < 2 && bytes.Length > 0) bytes[(int)(where * bytes.Length)] = with;
        return harm == 2 ? bytes[..(int)(where * bytes.Length)] : bytes;
    });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
