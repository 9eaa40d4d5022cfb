"""What the program does, measured: coverage of its intervals, and its speed beside other software and the machine's own limit."""
