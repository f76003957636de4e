using Handhaving.Dispatch.StatusCodes;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Duties;

/// <summary>When a duty begins and ends.</summary>
public sealed record DutyTimes(SignOnUnit SignOn, SignOffUnit SignOff, ExtendDuty Extend);

/// <summary>All that changes a unit's duty.</summary>
public sealed record DutyActs(DutyTimes Times, ChangeActivity Change, AnswerCalls Answer, ReportUnitStatus Report);
