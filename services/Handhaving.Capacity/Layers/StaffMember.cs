using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;

namespace Handhaving.Capacity.Layers;

/// <summary>A person as the layers count them.</summary>
/// <param name="LentIn">Stretches in which the person works for the team though the post is elsewhere.</param>
/// <param name="Trainee">Works under guidance and does not count as deployable.</param>
/// <param name="Shifts">Shifts, history of a week included.</param>
/// <param name="Rostered">Stretches that a published roster of the person's team has: outside shifts nobody works in them.</param>
public sealed record StaffMember(EmployeeId Id, Contract Contract, Competences Competences, Availability Availability, IReadOnlyList<Interval> LentIn, bool Trainee, IReadOnlyList<RosteredShift> Shifts, IReadOnlyList<Interval> Rostered);
