using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.Competence;

/// <summary>Why somebody is not there; the medical reason has no place here and is never stored.</summary>
public enum AbsenceKind { Leave = 1, Sick, LongTermSick, Training, LentOut, Restricted }

/// <summary>How sure it is.</summary>
public enum AbsenceCertainty { Expected = 1, Confirmed }

/// <summary>A stretch in which a person cannot be put to work (part of beschikbaarheid).</summary>
public sealed record Absence(AbsenceKind Kind, Interval Time, AbsenceCertainty Certainty)
{
    public bool Touches(Interval time) => Time.Start < time.End && time.Start < Time.End;
}
