using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EdmKafka;

/// <summary>Ready when the brokers answer, the topics are there and the producer works.</summary>
public sealed class BrokerHealth(BrokerWatch brokers, TopicSetup topics, RecordProducer producer) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            brokers.Now is { Answers: false, Reason: var reason } ? HealthCheckResult.Unhealthy($"the Kafka brokers do not answer: {reason}") :
            topics.Missing is { } missing ? HealthCheckResult.Unhealthy(missing) :
            producer.Trouble is { } trouble ? HealthCheckResult.Unhealthy(trouble) :
            HealthCheckResult.Healthy());
}
