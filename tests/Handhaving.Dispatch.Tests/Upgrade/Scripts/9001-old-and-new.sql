create table made_up (old text, new text);
