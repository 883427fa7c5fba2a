import { Button, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  // Out of sight until it has the focus, as such links are; it takes no room either way.
  link: {
    position: 'absolute',
    top: '4px',
    left: '4px',
    zIndex: 1,
    clipPath: 'inset(50%)',
    ':focus': { clipPath: 'none' },
  },
});

const FOCUSABLE = 'button, select, input, a[href], summary, [tabindex="0"]';

/**
 * The first stop of the keyboard: past the tabs, into the view. It is also the way out backwards, since the tabs alone
 * would hand Shift+Tab back to themselves.
 */
export function SkipLink() {
  const styles = useStyles();
  return (
    <Button
      className={styles.link}
      size="small"
      onClick={() => {
        const view = document.querySelector('[role="tabpanel"]:not([hidden])');
        view?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
      }}
    >
      Go to the view
    </Button>
  );
}
