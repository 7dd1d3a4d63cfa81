using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Browser.Tests.Tracker;

/// <summary>One tab of the shop, and whoever is at it. What it does is written down as it does it.</summary>
internal sealed class Shopper(IPage tab, string name, Uri shop, ConcurrentQueue<Deed> done)
{
    private int _button;

    public IPage Tab => tab;

    /// <summary>Goes to the tab's page.</summary>
    /// <param name="query">Tells this load from others of the page.</param>
    public Task OpenAsync(string query = "") => OpenAsync(new Uri(shop, $"{name}{query}").ToString(), () => tab.GotoAsync(new Uri(shop, $"{name}{query}").ToString()));

    public Task ReloadAsync() => OpenAsync(tab.Url, () => tab.ReloadAsync());

    /// <summary>Clicks the page's next button.</summary>
    public async Task ClickAsync()
    {
        var button = $"{name}-{_button++ % FaultProxy.Buttons + 1}";
        await tab.Locator($"[data-edm-click='{button}']").ClickAsync();
        done.Enqueue(new Deed("click", button));
    }

    /// <summary>Tells the tracker of something, as a shop's code would.</summary>
    public async Task TrackAsync(string type, string key)
    {
        await tab.EvaluateAsync("([type, key]) => edm.track(type, { key })", new[] { type, key });
        done.Enqueue(new Deed(type, key));
    }

    /// <summary>One of the tracker's own counts.</summary>
    public async Task<int> StatAsync(string name) => (await tab.EvaluateAsync<JsonElement>("edm.stats()")).GetProperty(name).GetInt32();

    /// <summary>Ends when the tracker has heard that a request failed, and has put off its next try.</summary>
    public Task PutOffAsync() => Eventually.TrueAsync(IsPutOffAsync, TimeSpan.FromSeconds(30));

    /// <summary>Whether it has, and no request succeeded since.</summary>
    public Task<bool> IsPutOffAsync() => tab.EvaluateAsync<bool>("'edm:pause' in localStorage");

    /// <summary>Whether the hour of an event runs that is stored: it was sent, as far as the tracker knows.</summary>
    public Task<bool> IsTriedAsync() =>
        tab.EvaluateAsync<bool>("Object.entries(localStorage).some(([key, event]) => key.startsWith('edm:q:') && !event.startsWith('0'))");

    private async Task OpenAsync(string url, Func<Task> go)
    {
        await go();

        // The tracker notes a page load by a timer of no length: what is timed after it comes after it.
        await tab.EvaluateAsync("new Promise(done => setTimeout(done))");
        done.Enqueue(new Deed("pageload", url));
    }
}
