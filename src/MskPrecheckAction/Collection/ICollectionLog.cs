using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection;

/// <summary>What a collection tells while it works. Calls come from several threads at once.</summary>
public interface ICollectionLog
{
    /// <summary>What is being asked, and how far it is.</summary>
    /// <param name="side">Of which cluster; null for what belongs to neither.</param>
    /// <param name="what">Such as <c>topic configs</c>.</param>
    /// <param name="done">How many are done, where it can be counted.</param>
    /// <param name="total">Out of how many.</param>
    void Progress(Side? side, string what, int? done = null, int? total = null);

    /// <summary>A line for whoever debugs: a library's own words, secrets taken out.</summary>
    void Debug(string line);

    /// <summary>A value that must never be shown: called before its first use.</summary>
    void Mask(Secret secret);
}
