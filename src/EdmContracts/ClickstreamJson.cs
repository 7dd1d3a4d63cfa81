using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdmContracts;

/// <summary>The records' JSON, generated at build: snake case, absent fields left out, text kept as UTF-8.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClickstreamRecord))]
public sealed partial class ClickstreamJson : JsonSerializerContext
{
    /// <summary>Writes letters as they are (é, not \u00e9): a record is data, never markup.</summary>
    public static ClickstreamJson Plain => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
