/** Why nothing is sent from a screen: it has no connection, its person's sign-in is over, or what was asked there before is still on its way. */
export type Hindrance = "offline" | "signInEnded" | "busy";
