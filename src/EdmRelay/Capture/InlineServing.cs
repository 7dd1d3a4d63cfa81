namespace EdmRelay.Capture;

/// <summary>
/// Serves requests on the threads that listen to the sockets, as Kestrel's and .NET's settings for that allow: each change of
/// threads on the way costs more than the event that is on it. Only for a program in which no request ever holds up a thread.
/// </summary>
public static class InlineServing
{
    /// <summary>Read by .NET when the first socket is listened to.</summary>
    public const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    public static void ServeInline(this WebApplicationBuilder builder)
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
    }
}
