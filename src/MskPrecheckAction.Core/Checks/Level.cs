namespace MskPrecheckAction.Checks;

/// <summary>What a failed check means for the migration. It is the first letter of the code: nothing else can disagree with it.</summary>
public enum Level
{
    /// <summary>B: the migration cannot proceed.</summary>
    Blocker,

    /// <summary>W: it can, but somebody should look.</summary>
    Warning,

    /// <summary>I: good to know.</summary>
    Info,
}
