namespace MskPrecheckAction.Facts;

/// <summary>Why something could not be had.</summary>
public enum GapCause
{
    /// <summary>The caller lacks a right; <see cref="Gap.Permission"/> names it.</summary>
    AccessDenied,

    /// <summary>No such thing.</summary>
    NotFound,

    /// <summary>Refused for too many calls, after the retries.</summary>
    Throttled,

    /// <summary>No answer within the time limit of the call.</summary>
    Timeout,

    /// <summary>No connection.</summary>
    Unreachable,

    /// <summary>The broker or the API does not know this question.</summary>
    Unsupported,

    /// <summary>The answer leaves out what the caller may not see.</summary>
    Filtered,

    /// <summary>An answer came and could not be read, or lacks what was asked for.</summary>
    Unparsable,

    /// <summary>Something else failed first; the reason names it.</summary>
    Dependency,

    /// <summary>Nobody asked: the recording was made without it.</summary>
    NotAsked,

    /// <summary>The run was stopped, by its own limit or from outside, before the answer came.</summary>
    Cancelled,

    /// <summary>The service failed on its side.</summary>
    ServiceError,

    /// <summary>A defect of this program.</summary>
    Defect,
}

/// <summary>A fact that is not there: what was asked, why it could not be had and what would cure it.</summary>
/// <param name="Asked">What was asked and of whom, such as <c>DescribeClusterV2 of the source cluster</c>.</param>
/// <param name="Cause">The kind of failure.</param>
/// <param name="Reason">The failure in plain words, one line, no request ids, no secrets.</param>
/// <param name="Permission">The right that would cure it in the cluster's own terms, such as <c>kafka:ListNodes</c> or <c>DESCRIBE on Cluster</c>.</param>
public sealed record Gap(string Asked, GapCause Cause, string Reason, string? Permission = null);
