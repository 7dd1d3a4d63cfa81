using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EdmContracts;
using EdmKafka;

namespace EdmStream.Share;

/// <summary>Slices and heads as records of <c>edm-live</c>.</summary>
internal static class LiveWords
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Add<T>(RecordBatch batch, string key, T word)
    {
        Encoding.UTF8.GetBytes(key, batch);
        batch.EndKey();
        using (var writer = new Utf8JsonWriter(batch)) JsonSerializer.Serialize(writer, word, Json);
        batch.EndRecord(Topics.Live);
    }
}
