"""Opening the app: settings, language, and what it begins with."""

from convoguide import config, i18n


def run(*, start: str | None, no_save: bool) -> int:
    """Run the app until it is left; its exit status.

    `start` names a guide, a draft or the checklist to open right away; None is the home screen.
    """
    place = config.home()
    i18n.use(i18n.from_environment())
    settings = config.read_settings(place)
    i18n.use(settings.locale or i18n.from_environment())
    from convoguide.tui.app import ConvoGuideApp

    app = ConvoGuideApp(place, settings, start=start, no_save=no_save)
    app.run()
    return app.return_code or 0
