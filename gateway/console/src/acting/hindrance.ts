/** Why nothing is sent from a screen: it has no connection, or its person's sign-in is over. */
export type Hindrance = "offline" | "signInEnded";
