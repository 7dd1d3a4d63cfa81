using System.Text.Json;
using System.Text.Json.Serialization;

namespace ObviousRelay;

/// <summary>What is posted: one event or an array of them.</summary>
[JsonConverter(typeof(OneOrMany))]
internal sealed record EventsBody(IReadOnlyList<ClickstreamEvent> Events)
{
    private sealed class OneOrMany : JsonConverter<EventsBody>
    {
        public override EventsBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.TokenType == JsonTokenType.StartArray
                ? JsonSerializer.Deserialize<List<ClickstreamEvent>>(ref reader, options)!
                : [JsonSerializer.Deserialize<ClickstreamEvent>(ref reader, options)!]);

        public override void Write(Utf8JsonWriter writer, EventsBody value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Events, options);
    }
}
