using EdmKafka;

namespace EdmRelay.Publish;

/// <summary>Where the records of a request go. The seam at which a test puts another outcome.</summary>
internal interface IEventPublisher
{
    /// <summary>Hands all records over and waits until each was answered for; never fails, never gives up early.</summary>
    /// <param name="batch">Those of one request.</param>
    /// <param name="traceParent">The request's W3C trace context, where it had one.</param>
    /// <returns>What became of each, in their order.</returns>
    Task<Delivery[]> PublishAsync(RecordBatch batch, string? traceParent);
}
