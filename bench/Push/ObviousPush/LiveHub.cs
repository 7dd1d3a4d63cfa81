using Microsoft.AspNetCore.SignalR;

namespace ObviousPush;

/// <summary>Dashboards only listen.</summary>
internal sealed class LiveHub : Hub;
