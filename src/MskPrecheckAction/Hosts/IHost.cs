using MskPrecheckAction.Configuration;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Hosts;

/// <summary>Where the program runs: how that place wants to be told things. Calls may come from several threads at once.</summary>
internal interface IHost
{
    /// <summary>A phase of the run begins; the one before it is over.</summary>
    void Begin(string phase);

    /// <summary>The phases are over.</summary>
    void End();

    /// <summary>A line for whoever reads along.</summary>
    void Say(string line);

    /// <summary>A line for whoever debugs.</summary>
    void Debug(string line);

    /// <summary>A value that the place must never show; called before its first use.</summary>
    void Mask(string secret);

    /// <summary>What is being asked, and how far it is.</summary>
    void Progress(Side? side, string what, int? done, int? total);

    /// <summary>A path as later steps of the job, or whoever reads, can use it.</summary>
    string PathForLaterSteps(string absolutePath);

    /// <summary>The report of a verb that has no outputs and no files: what kept it from its work.</summary>
    void Complain(Report report);

    /// <summary>The end of a run: the report for people, annotations, outputs and the summary. Gives what could not be handed over, or null.</summary>
    string? Publish(RunResult result);
}
