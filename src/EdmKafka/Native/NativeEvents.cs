using Confluent.Kafka;

namespace EdmKafka.Native;

/// <summary>The thread that listens to a client's queue and passes on what it tells.</summary>
internal sealed unsafe class NativeEvents : IDisposable
{
    private const int ReportsAtOnce = 256, Patience = 100;

    private readonly nint _queue;
    private readonly INativeListener _listener;
    private readonly string _name;
    private readonly Thread _thread;
    private volatile bool _over;

    public NativeEvents(NativeClient client, INativeListener listener)
    {
        _listener = listener;
        _name = NativeClient.Text(Librdkafka.Name(client.Pointer));
        _queue = Librdkafka.MainQueue(client.Pointer);
        Librdkafka.SetLogQueue(client.Pointer, _queue);
        _thread = new Thread(Listen) { IsBackground = true, Name = "kafka events" };
        _thread.Start();
    }

    /// <summary>Makes a client tell what happens by events, before it is made.</summary>
    public static void Wanted(nint configuration) =>
        Librdkafka.SetEvents(configuration, NativeEvent.Delivered | NativeEvent.Log | NativeEvent.Error);

    public void Dispose()
    {
        _over = true;
        _thread.Join();
        Librdkafka.DestroyQueue(_queue);
    }

    private void Listen()
    {
        var messages = stackalloc NativeMessage*[ReportsAtOnce];
        while (!_over)
        {
            var happened = Librdkafka.Poll(_queue, Patience);
            if (happened == 0) continue;
            switch (Librdkafka.TypeOf(happened))
            {
                case NativeEvent.Delivered:
                    while (Librdkafka.Messages(happened, messages, ReportsAtOnce) is > 0 and var count)
                        for (var i = 0; i < (int)count; i++) _listener.Delivered(new NativeReport(messages[i]));
                    break;
                case NativeEvent.Error:
                    _listener.Failed(NativeClient.ErrorIn(happened));
                    break;
                case NativeEvent.Log when Librdkafka.LogOf(happened, out var facility, out var text, out var level) == 0:
                    _listener.Logged(new LogMessage(_name, (SyslogLevel)level, NativeClient.Text(facility), NativeClient.Text(text)));
                    break;
            }

            Librdkafka.DestroyEvent(happened);
        }
    }
}
