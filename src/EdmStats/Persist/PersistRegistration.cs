namespace EdmStats.Persist;

/// <summary>Registers the writing of the tables.</summary>
public static class PersistRegistration
{
    public static void AddPersist(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RejectedRecords>();
        builder.Services.AddSingleton<HistoryWriter>();
        builder.Services.AddHostedService<Retention>();
    }
}
