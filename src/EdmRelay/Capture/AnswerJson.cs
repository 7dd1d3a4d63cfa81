using System.Text.Json.Serialization;
using EdmRelay.Capture.Segment;

namespace EdmRelay.Capture;

/// <summary>The answers' JSON, generated at build: they are written for every request.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EventsAnswer))]
[JsonSerializable(typeof(LegacyAnswer))]
[JsonSerializable(typeof(SegmentAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
