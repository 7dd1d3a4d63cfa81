using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>What a page's console complains of: errors of scripts, and what the Content-Security-Policy refused.</summary>
internal sealed class Complaints
{
    private readonly ConcurrentQueue<string> _heard = new();

    public Complaints(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _heard.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _heard.Enqueue(error);
    }

    public IReadOnlyCollection<string> Heard => _heard;
}
