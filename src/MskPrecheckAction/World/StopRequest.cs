using System.Runtime.InteropServices;

namespace MskPrecheckAction.World;

/// <summary>Somebody outside wants the program to end: a signal cancels <see cref="Token"/> once, and the report is written with what is known.</summary>
internal sealed partial class StopRequest : IDisposable
{
    private const int Interrupt = 2;

    // Longer than any report takes to be written, and less than the ten seconds that Docker gives before it kills.
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private int exitCode;

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>130 or 143 once a signal came; null before.</summary>
    public int? ExitCode => source.IsCancellationRequested ? exitCode : null;

    /// <summary>The signal's name once one came.</summary>
    public string Name => exitCode == Reporting.ExitCode.Interrupted ? "SIGINT" : "SIGTERM";

    /// <summary>Listens to SIGINT and SIGTERM; a second one ends the process at once, and so does the first after a while where nobody heeds it.</summary>
    public static StopRequest BySignals()
    {
        var stop = new StopRequest();
        // A shell without job control starts what goes to its background with SIGINT ignored, and .NET would leave it so: who sends it by this process's id means it.
        if (OperatingSystem.IsLinux()) _ = SetHandler(Interrupt, 0);
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
        {
            stop.registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                if (stop.ExitCode is { } again) ProcessEnd.Now(again);
                stop.Raise(signal);
                EndLater(stop.exitCode);
            }));
        }

        return stop;
    }

    /// <summary>What a signal does.</summary>
    public void Raise(PosixSignal signal)
    {
        exitCode = signal is PosixSignal.SIGINT ? Reporting.ExitCode.Interrupted : Reporting.ExitCode.Terminated;
        source.Cancel();
    }

    // Who waits for a drive that is gone, or to be read from, does not look at a token. No timer: its pool may be what is stuck.
    private static void EndLater(int exitCode) => new Thread(() =>
    {
        Thread.Sleep(LastMoment);
        ProcessEnd.Now(exitCode);
    })
    { IsBackground = true }.Start();

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint SetHandler(int signal, nint handler);

    /// <inheritdoc/>
    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }
}
