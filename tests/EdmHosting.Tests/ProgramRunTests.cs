using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EdmHosting.Tests;

/// <summary>They take standard error and the process's exit code for themselves, one after the other.</summary>
[Collection("standard error")]
public sealed class ProgramRunTests : IDisposable
{
    private readonly TextWriter _standardError = Console.Error;
    private readonly StringWriter _said = new();

    public ProgramRunTests() => Console.SetError(_said);

    public void Dispose()
    {
        Console.SetError(_standardError);
        Environment.ExitCode = 0;
    }

    [Fact]
    public async Task A_wrong_configuration_ends_it_with_2_and_a_line_for_each_mistake()
    {
        var app = SmallProgram.Build(
            builder => builder.AddSettings<EveryKind>("Some"), ("PORT", "http"), ("Some:Count", "many"), ("Some:Naem", "x"));

        Assert.Equal(2, await app.RunToEndAsync());
        Assert.Equal(
            [
                "PORT: 'http' is not a port (0 to 65535).",
                "Some:Count: 'many' is not a whole number.",
                "Some:Naem is not a setting. Some has: Count, List, MayBeCounted, MayBeOn, Name, On, Share, Wait, Way.",
            ],
            Lines());
    }

    [Fact]
    public async Task Nothing_is_started_when_the_configuration_is_wrong()
    {
        var task = new BackgroundTask(_ => Task.CompletedTask);
        var app = SmallProgram.Build(builder => builder.Services.AddSingleton<IHostedService>(task), ("PORT", "http"));

        await app.RunToEndAsync();

        Assert.Null(task.ExecuteTask);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_it_with_1_and_one_line_that_says_what_to_do()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var app = SmallProgram.Build(("URLS", $"http://{taken.LocalEndpoint}"));

        Assert.Equal(1, await app.RunToEndAsync());
        Assert.Equal(
            [$"Failed to bind to address http://{taken.LocalEndpoint}: address already in use. Stop what listens there, or set PORT to another port."],
            Lines());
    }

    [Fact]
    public async Task A_stop_that_was_asked_for_ends_it_with_0_and_no_word()
    {
        var app = SmallProgram.Build();
        app.Lifetime.ApplicationStarted.Register(app.Lifetime.StopApplication);

        Assert.Equal(0, await app.RunToEndAsync());
        Assert.Empty(Lines());
    }

    [Fact]
    public async Task A_part_that_stops_it_says_the_exit_code()
    {
        var app = SmallProgram.Build();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Environment.ExitCode = 3;
            app.Lifetime.StopApplication();
        });

        Assert.Equal(3, await app.RunToEndAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_background_task_that_fails_ends_it_with_1(bool onceStarted)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!onceStarted) started.SetResult();
        var failing = new BackgroundTask(async _ =>
        {
            await started.Task;
            throw new InvalidOperationException("it cannot go on");
        });
        var app = SmallProgram.Build(builder => builder.Services.AddSingleton<IHostedService>(failing));
        app.Lifetime.ApplicationStarted.Register(() => started.TrySetResult());

        Assert.Equal(1, await app.RunToEndAsync());
    }

    private string[] Lines() => _said.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private sealed class BackgroundTask(Func<CancellationToken, Task> work) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => work(stoppingToken);
    }
}
