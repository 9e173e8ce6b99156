"""`python -m convoguide` is the same as the `convoguide` command."""

from convoguide.bootstrap import main

if __name__ == "__main__":
    raise SystemExit(main())
