//! TLS in front of a centre, as the administrator's web server does it: a certificate of its own for one name, and
//! behind it the centre's plain port.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use crate::served::Served;

/// TLS in front of a centre.
#[derive(Debug)]
pub struct TlsFront {
    served: Served,
    certificate: String,
}

impl TlsFront {
    /// Begins to listen on a free port, as the host of that name, in front of the centre.
    ///
    /// # Errors
    /// When no certificate can be made for the name, or this machine has no port left.
    pub fn start(name: &str, centre: SocketAddr) -> io::Result<Self> {
        let made = rcgen::generate_simple_self_signed([name.to_owned()]).map_err(io::Error::other)?;
        let certificate = made.cert.pem();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let settings = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .map_err(io::Error::other)?;
        let acceptor = TlsAcceptor::from(Arc::new(settings));
        let serve = move |listener| serve(listener, acceptor, centre);
        let served = Served::start(SocketAddr::from(([127, 0, 0, 1], 0)), None, serve)?;
        Ok(Self { served, certificate })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.served.address()
    }

    /// Its certificate (PEM), for those who shall trust it.
    pub fn certificate(&self) -> &str {
        &self.certificate
    }
}

async fn serve(listener: TcpListener, acceptor: TlsAcceptor, centre: SocketAddr) {
    loop {
        let Ok((desk, _)) = listener.accept().await else {
            tokio::task::yield_now().await;
            continue;
        };
        // A connection that fails concerns those at its ends.
        tokio::spawn(connection(desk, acceptor.clone(), centre));
    }
}

async fn connection(desk: TcpStream, acceptor: TlsAcceptor, centre: SocketAddr) -> io::Result<()> {
    let mut desk = acceptor.accept(desk).await?;
    let mut far = TcpStream::connect(centre).await?;
    tokio::io::copy_bidirectional(&mut desk, &mut far).await.map(drop)
}
