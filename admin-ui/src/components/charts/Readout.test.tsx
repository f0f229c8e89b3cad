import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Readout } from './Readout';

const STOPS = ['first', 'second', 'third'].map((text, i) => ({ x: i * 100, y: 50, text, color: 'red' }));

it('arrow keys go from place to place, Home and End to the ends, and Escape puts the note away', async () => {
  const user = userEvent.setup();
  render(
    <Readout label="Points" width={300} height={100} stops={STOPS}>
      <svg />
    </Readout>,
  );
  const slider = screen.getByRole('slider', { name: 'Points' });
  await user.tab();
  expect(slider).toHaveFocus();
  expect(slider).toHaveAttribute('aria-valuetext', 'first');
  await user.keyboard('{ArrowRight}');
  expect(slider).toHaveAttribute('aria-valuetext', 'second');
  expect(slider).toHaveAttribute('aria-valuenow', '2');
  await user.keyboard('{End}{ArrowRight}');
  expect(slider).toHaveAttribute('aria-valuetext', 'third');
  expect(screen.getByText('third')).toBeInTheDocument();
  await user.keyboard('{Home}');
  expect(slider).toHaveAttribute('aria-valuetext', 'first');
  await user.keyboard('{Escape}');
  expect(screen.queryByText('first')).not.toBeInTheDocument();
});

it('a drawing without places is only drawn', () => {
  render(
    <Readout label="Points" width={300} height={100} stops={[]}>
      <svg />
    </Readout>,
  );
  expect(screen.queryByRole('slider')).not.toBeInTheDocument();
});
