using System.Globalization;
using System.Text;
using static EdmTesting.Otlp.ProtobufMessage;

namespace EdmTesting.Otlp;

/// <summary>Reads the spans of an export (opentelemetry-proto: collector/trace/v1/trace_service.proto, trace/v1/trace.proto).</summary>
internal static class TraceExport
{
    public static IEnumerable<ReceivedSpan> Read(ReadOnlyMemory<byte> export) =>
        from resourceSpans in Fields(export)
        let service = Of(resourceSpans.Bytes, 1).SelectMany(resource => Attributes(resource.Bytes, 1)).FirstOrDefault(a => a.Key == "service.name").Value
        from scopeSpans in Of(resourceSpans.Bytes, 2)
        from span in Of(scopeSpans.Bytes, 2)
        select SpanOf(service, span.Bytes);

    private static ReceivedSpan SpanOf(string service, ReadOnlyMemory<byte> span)
    {
        var fields = Fields(span).ToLookup(f => f.Number);
        return new(
            service, Hex(1), Hex(2), Hex(4), Text(fields[5].Single()), (int)fields[6].Single().Value,
            TimeSpan.FromTicks((long)(fields[8].Single().Value - fields[7].Single().Value) / TimeSpan.NanosecondsPerTick),
            new Dictionary<string, string>(Attributes(span, 9)));

        string Hex(int field) => Convert.ToHexStringLower(fields[field].FirstOrDefault().Bytes.Span);
    }

    private static IEnumerable<KeyValuePair<string, string>> Attributes(ReadOnlyMemory<byte> message, int field) =>
        from attribute in Of(message, field)
        let key = Of(attribute.Bytes, 1).Single()
        let value = Of(attribute.Bytes, 2).SelectMany(any => Fields(any.Bytes)).FirstOrDefault()
        select KeyValuePair.Create(Text(key), value.Number == 1 ? Text(value) : value.Value.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<Field> Of(ReadOnlyMemory<byte> message, int number) => Fields(message).Where(f => f.Number == number);

    private static string Text(Field field) => Encoding.UTF8.GetString(field.Bytes.Span);
}
