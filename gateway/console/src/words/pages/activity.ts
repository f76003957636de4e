import en from "../en/pages/activity.json";
import nl from "../nl/pages/activity.json";
import { addWords } from "../pageWords";

addWords("activity", nl, en);
