namespace EdmRelay.Publish;

/// <summary>Registers the way to Kafka.</summary>
public static class PublishRegistration
{
    public static void AddPublish(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IEventPublisher, EventPublisher>();
}
