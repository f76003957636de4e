const keys: Readonly<Record<string, "clock" | "older" | "speed" | "outside" | "inaccurate" | "notOnDuty" | "better">> = {
  IN_THE_FUTURE: "clock", OLDER_THAN_LAST: "older", BEFORE_DUTY: "clock", IMPOSSIBLE_SPEED: "speed", OUTSIDE_REGION: "outside", TOO_INACCURATE: "inaccurate",
  NOT_ON_DUTY: "notOnDuty", NOT_YOUR_UNIT: "notOnDuty", UNKNOWN_UNIT: "notOnDuty", LOWER_PRECEDENCE: "better",
};

/** Key of the words for why a position was not taken; one of a later version of the contract is said in general words. */
export function refusalKey(reason: string) {
  return keys[reason] ?? "other";
}
