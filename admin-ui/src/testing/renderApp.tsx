import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createQueryClient } from '@/app/queryClient';
import { createAppRouter } from '@/app/router';
import { type Backend, createBackend } from './backend';
import { handlers } from './handlers';
import { server } from './server';

/** The whole console at an address, in front of a made-up server. */
export function renderApp(path: string, backend: Backend = createBackend()) {
  server.use(...handlers(backend));
  const router = createAppRouter(createMemoryHistory({ initialEntries: [path] }));
  const user = userEvent.setup();
  const queries = createQueryClient();
  const { unmount } = render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { user, router, backend, queries, unmount };
}
