using Confluent.Kafka;

namespace MskPrecheckAction.Collection.Kafka.Librdkafka;

/// <summary>Puts one administrative question to librdkafka and waits for the event that is the answer.</summary>
internal static unsafe class NativeQuestion
{
    private const int AnyBroker = -1;

    /// <summary>Sends the question.</summary>
    public delegate void Send(nint client, nint options, nint queue);

    /// <summary>Asks and reads the answer before it is freed. Throws <see cref="KafkaException"/> where the whole call failed.</summary>
    /// <param name="owner">Whose handle it is; the waiting ends when it is closed.</param>
    /// <param name="client">The handle.</param>
    /// <param name="operation">What the options are for.</param>
    /// <param name="limit">How long brokers may take.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="read">Reads the event.</param>
    /// <param name="broker">Which broker is to answer, where it matters.</param>
    public static T Ask<T>(NativeClient owner, nint client, int operation, TimeSpan limit, Send send, Func<nint, T> read, int broker = AnyBroker)
    {
        var queue = Native.QueueNew(client);
        nint answer = 0;
        try
        {
            var options = Options(client, operation, limit, broker);
            send(client, options, queue);
            Native.AdminOptionsDestroy(options);
            while (answer == 0)
            {
                if (owner.IsClosed) throw new KafkaException(ErrorCode.Local_Destroy);
                answer = Native.QueuePoll(queue, 100);
            }

            var error = (ErrorCode)Native.EventError(answer);
            return error is ErrorCode.NoError ? read(answer) : throw new KafkaException(new Error(error, Native.Text(Native.EventErrorString(answer))));
        }
        finally
        {
            if (answer != 0) Native.EventDestroy(answer);
            Native.QueueDestroy(queue);
        }
    }

    private static nint Options(nint client, int operation, TimeSpan limit, int broker)
    {
        var error = stackalloc byte[256];
        var options = Native.AdminOptionsNew(client, operation);
        _ = Native.AdminOptionsSetRequestTimeout(options, (int)limit.TotalMilliseconds, error, 256);
        if (broker != AnyBroker) _ = Native.AdminOptionsSetBroker(options, broker, error, 256);
        return options;
    }
}
