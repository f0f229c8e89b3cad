import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Fields';
import { Refusal } from '@/components/Notice';
import { useSignIn } from '@/lib/api/signIn';
import { useTitle } from '@/lib/useTitle';
import '@/components/card.css';
import './signIn.css';

export function SignIn() {
  useTitle('Sign in');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ username, password }, { onError: () => setPassword('') });
  };
  return (
    <main className="sign-in">
      <div className="sign-in-card card">
        <div className="sign-in-brand">
          <img src="/favicon.svg" alt="" width={40} height={40} />
          <h1>Customer Intelligence</h1>
          <p>Sign in to continue</p>
        </div>
        <Form className="form" onSubmit={onSubmit}>
          <Refusal error={signIn.error} />
          <TextField
            label="User name"
            name="username"
            autoComplete="username"
            value={username}
            onChange={setUsername}
            required
            autoFocus
          />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            required
          />
          <Button type="submit" kind="primary" isPending={signIn.isPending}>
            {signIn.isPending ? 'Signing in…' : 'Sign in'}
          </Button>
        </Form>
      </div>
    </main>
  );
}
