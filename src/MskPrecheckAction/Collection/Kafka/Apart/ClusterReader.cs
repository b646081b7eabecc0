using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using MskPrecheckAction.Collection.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts.Json;
using MskPrecheckAction.World;

namespace MskPrecheckAction.Collection.Kafka.Apart;

/// <summary>The process that reads one cluster for the program that started it: takes the way in from its standard input and gives the facts to its standard output.</summary>
/// <param name="messages">The program that started it.</param>
/// <param name="stop">Cancelled when that one wants no more.</param>
internal sealed class ClusterReader(MessageStream messages, CancellationTokenSource stop)
{
    /// <summary>The word on its command line; nobody types it.</summary>
    public const string Word = "--read-cluster";

    // For a reading that does not heed the end of its input.
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(3);

    private readonly ConcurrentQueue<TaskCompletionSource<IamToken>> unsigned = new();

    /// <summary>Reads the cluster; gives the exit code.</summary>
    public static async Task<int> RunAsync(Stream input, Stream output)
    {
        // Signals are for the program: it ends this process by closing its input.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        using var stop = new CancellationTokenSource();
        return await new ClusterReader(new MessageStream(input, output), stop).ReadAsync().ConfigureAwait(false);
    }

    private async Task<int> ReadAsync()
    {
        if (await messages.ReceiveAsync().ConfigureAwait(false) is not (MessageKind.Access, var payload)) return 1;
        var access = JsonSerializer.Deserialize(payload, MessageJson.Default.AccessMessage)!.Access(SignAsync);
        _ = ListenAsync();
        try
        {
            var facts = await new KafkaCollector().CollectAsync(access, new Log(messages), stop.Token).ConfigureAwait(false);
            messages.Send(MessageKind.Facts, KafkaFactsJson.Write(facts));
            return 0;
        }
        catch (IOException)
        {
            // The program is gone.
            return 1;
        }
    }

    private async Task ListenAsync()
    {
        while (await messages.ReceiveAsync().ConfigureAwait(false) is var (kind, payload))
        {
            if (kind is not MessageKind.Token || !unsigned.TryDequeue(out var waiting)) continue;
            var answer = JsonSerializer.Deserialize(payload, MessageJson.Default.TokenMessage)!;
            if (answer.Value is { } value) waiting.TrySetResult(new IamToken(new Secret(value), answer.ExpiresAt, answer.Principal!));
            else waiting.TrySetException(new NoIamTokenException(answer.NoToken!));
        }

        await stop.CancelAsync().ConfigureAwait(false);
        await Task.Delay(LastMoment).ConfigureAwait(false);
        ProcessEnd.Now(1);
    }

    private Task<IamToken> SignAsync(CancellationToken limit)
    {
        var waiting = new TaskCompletionSource<IamToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        unsigned.Enqueue(waiting);
        messages.Send(MessageKind.Sign, []);
        return waiting.Task.WaitAsync(limit);
    }

    /// <summary>Passes on what the reading tells.</summary>
    private sealed class Log(MessageStream messages) : ICollectionLog
    {
        /// <inheritdoc/>
        public void Progress(Side? side, string what, int? done = null, int? total = null) =>
            Send(MessageKind.Progress, JsonSerializer.SerializeToUtf8Bytes(new ProgressMessage(what, done, total), MessageJson.Default.ProgressMessage));

        /// <inheritdoc/>
        public void Debug(string line) => Send(MessageKind.Debug, Encoding.UTF8.GetBytes(line));

        /// <inheritdoc/>
        // Every secret that comes here has been masked where it comes from.
        public void Mask(Secret secret)
        {
        }

        private void Send(MessageKind kind, byte[] payload)
        {
            try
            {
                messages.Send(kind, payload);
            }
            catch (IOException)
            {
                // The program is gone; what follows finds that out where it matters.
            }
        }
    }
}
