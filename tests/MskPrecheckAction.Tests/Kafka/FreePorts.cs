using System.Net;
using System.Net.Sockets;

namespace MskPrecheckAction.Kafka;

/// <summary>Ports of the loopback that nobody listens on.</summary>
internal static class FreePorts
{
    private static readonly HashSet<int> Given = [];

    /// <summary>A free port below the range from which the kernel gives outgoing connections theirs: one of those could take it before the server does.</summary>
    public static int Next()
    {
        lock (Given)
        {
            while (true)
            {
                var port = Random.Shared.Next(15_000, 32_000);
                if (IsFree(port) && Given.Add(port)) return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
