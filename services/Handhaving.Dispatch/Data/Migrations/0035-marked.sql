-- Apart from 0034: it would ask for the whole table while it holds rows that acts wait for.
drop policy marking on incident;
drop policy marking on assignment;
drop policy marking on loan;
