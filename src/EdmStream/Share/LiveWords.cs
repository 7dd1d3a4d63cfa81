using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EdmContracts;
using EdmKafka;

namespace EdmStream.Share;

/// <summary>Slices and heads as records of <c>edm-live</c>.</summary>
internal static class LiveWords
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <returns>Null where it is no word: the topic is everybody's.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> value) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(value, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Add<T>(RecordBatch batch, string key, T word)
    {
        Encoding.UTF8.GetBytes(key, batch);
        batch.EndKey();
        using (var writer = new Utf8JsonWriter(batch)) JsonSerializer.Serialize(writer, word, Json);
        batch.EndRecord(Topics.Live);
    }
}
